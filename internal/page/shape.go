package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A shape is what one pass over a line tells about it.
type shape struct {
	hash     uint64 // of its letters and digits, case folded
	words    int
	capitals int  // words that start with a capital letter
	numbers  int  // words that start with a digit
	breaks   int  // ends of sentences inside the line
	latin    int  // letters
	other    int  // letters of other scripts
	mixed    int  // words that mix scripts
	end      byte // '.' ends a sentence, ':' , ',' as printed; 0 else
	quoted   bool // starts with an opening quotation mark
	lower    bool // starts with a lower-case letter
	bullet   bool // starts with a dash or dot of a list
	shouted  bool // holds no lower-case letter
}

// A meter measures lines. After measure, norm holds the line's normal form: its
// words in lower case, one space between them, a run of digits as #, and : © @ &
// as words of their own. The buffer is used again for the next line.
type meter struct {
	norm []byte
	sh   shape
	in   bool // inside a word
	cyr  bool // the word has letters of another script
	lat  bool
}

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// classes of ASCII characters.
const (
	csep = iota
	clower
	cupper
	cdigit
	csign // : @ & stand for themselves
	cquote
	cstop
)

var classes = func() (t [128]uint8) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = clower
		case 'A' <= c && c <= 'Z':
			t[c] = cupper
		case '0' <= c && c <= '9':
			t[c] = cdigit
		case c == ':' || c == '@' || c == '&':
			t[c] = csign
		case c == '\'':
			t[c] = cquote
		case c == '.' || c == '!' || c == '?':
			t[c] = cstop
		}
	}
	return t
}()

// measure reads a line, trimmed of space, once.
func (m *meter) measure(s string) shape {
	m.norm, m.sh, m.in = m.norm[:0], shape{hash: fnvStart, shouted: true}, false
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i += m.ascii(s, i, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		m.wide(s, i, n, r)
		i += n
	}
	m.leave()
	m.sh.edges(s)
	return m.sh
}

// ascii takes the character c at i and gives how many bytes it used.
func (m *meter) ascii(s string, i int, c byte) int {
	switch classes[c] {
	case clower:
		m.enter(false, false)
		m.lat = true
		return m.run(s, i)
	case cupper:
		m.enter(true, false)
		m.lat = true
		m.put(c | 0x20)
	case cdigit:
		return m.number(s, i)
	case csign:
		m.leave()
		m.sign(c)
	case cquote:
		if !m.in || i+1 == len(s) || !isLetterByte(s[i+1]) {
			m.leave()
		} else {
			m.norm = append(m.norm, '\'')
		}
	case cstop:
		if breaksAfter(s, i+1) {
			m.sh.breaks++
		}
		m.leave()
	default:
		m.leave()
	}
	return 1
}

// run takes a run of small letters, which is most of any text.
func (m *meter) run(s string, i int) int {
	j, h := i, m.sh.hash
	for j < len(s) && s[j]-'a' < 26 {
		h = (h ^ uint64(s[j])) * fnvPrime
		j++
	}
	m.norm = append(m.norm, s[i:j]...)
	m.sh.hash = h
	m.sh.latin += j - i
	m.sh.shouted = false
	return j - i
}

func isLetterByte(c byte) bool {
	return c >= utf8.RuneSelf || classes[c] == clower || classes[c] == cupper
}

// number takes a run of digits with the points, commas and colons inside it.
func (m *meter) number(s string, i int) int {
	if m.in {
		m.put(s[i])
		return 1
	}
	m.enter(false, true)
	m.norm = append(m.norm, '#')
	j := i
	for j < len(s) {
		switch c := s[j]; {
		case '0' <= c && c <= '9':
			m.sh.hash = (m.sh.hash ^ uint64(c)) * fnvPrime
		case (c == '.' || c == ',' || c == ':') && j+1 < len(s) && '0' <= s[j+1] && s[j+1] <= '9':
		default:
			return j - i
		}
		j++
	}
	return j - i
}

// wide takes a character beyond ASCII.
func (m *meter) wide(s string, i, n int, r rune) {
	switch {
	case r == '’' || r == '‘' || r == 'ʼ':
		if next := i + n; m.in && r != '‘' && next < len(s) && isLetterByte(s[next]) && !strings.HasPrefix(s[next:], "”") {
			m.norm = append(m.norm, '\'')
			return
		}
		m.leave()
	case r == '©' || r == '®':
		m.leave()
		m.start()
		m.norm = utf8.AppendRune(m.norm, r)
	case r == '…' && breaksAfter(s, i+n):
		m.sh.breaks++
		m.leave()
	case unicode.IsLetter(r):
		m.enter(unicode.IsUpper(r), false)
		if r < 0x250 || unicode.Is(unicode.Latin, r) {
			m.lat = true
			m.sh.latin++
		} else {
			m.cyr = true
			m.sh.other++
		}
		low := unicode.ToLower(r)
		m.sh.shouted = m.sh.shouted && low != r
		m.norm = utf8.AppendRune(m.norm, low)
		m.sh.hash = (m.sh.hash ^ uint64(low)) * fnvPrime
	case unicode.IsMark(r): // accents printed as characters of their own
	default:
		m.leave()
	}
}

// enter begins a word unless one is open.
func (m *meter) enter(capital, number bool) {
	if m.in {
		return
	}
	m.start()
	m.in, m.lat, m.cyr = true, false, false
	m.sh.words++
	if capital {
		m.sh.capitals++
	}
	if number {
		m.sh.numbers++
	}
}

func (m *meter) leave() {
	if m.in && m.lat && m.cyr {
		m.sh.mixed++
	}
	m.in = false
}

func (m *meter) start() {
	if len(m.norm) > 0 {
		m.norm = append(m.norm, ' ')
	}
}

func (m *meter) sign(c byte) {
	m.start()
	m.norm = append(m.norm, c)
}

func (m *meter) put(c byte) {
	m.norm = append(m.norm, c)
	m.sh.latin++
	m.sh.hash = (m.sh.hash ^ uint64(c)) * fnvPrime
}

// breaksAfter reports whether a sentence may begin after the stop before i:
// closing marks, space, then a capital, a digit or an opening mark.
func breaksAfter(s string, i int) bool {
	for i < len(s) {
		if c := s[i]; c == '"' || c == '\'' || c == ')' || c == ']' {
			i++
		} else if strings.HasPrefix(s[i:], "”") || strings.HasPrefix(s[i:], "’") {
			i += 3
		} else {
			break
		}
	}
	if i+1 >= len(s) || s[i] != ' ' {
		return false
	}
	c := s[i+1]
	return c >= utf8.RuneSelf || classes[c] == cupper || classes[c] == cdigit || c == '"' || c == '\'' || c == '['
}

const (
	openMarks  = "\"'“‘«„‚「『`"
	closeMarks = "\"'”’»“」』)]}*"
)

// edges fills in what the line's two ends tell.
func (sh *shape) edges(s string) {
	first, _ := utf8.DecodeRuneInString(s)
	sh.quoted = s != "" && strings.ContainsRune(openMarks, first)
	sh.lower = unicode.IsLower(first)
	sh.bullet = strings.ContainsRune(bullets, first) && sh.words > 0
	if sh.end = ending(s); sh.end == 0 && s != "" && (s[len(s)-1] == ')' || s[len(s)-1] == ']') {
		// A source in brackets may follow the last sentence's stop.
		if i := strings.LastIndexAny(s, "(["); i > 0 && ending(s[:i]) == '.' {
			sh.end = '.'
		}
	}
}

const bullets = "-–—•*·▪►‣●○"

// ending tells how a line ends, closing marks put aside.
func ending(s string) byte {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closeMarks+" \u00a0"))
	switch last {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '।':
		return '.'
	case ':', ';', ',':
		return byte(last)
	case '—', '–':
		return '-'
	}
	return 0
}
