package intake

import (
	"context"
	"io"
	"iter"
	"net/http"
	"os"
	"strings"
	"time"

	"parley/internal/news"
)

// DefaultMaxBytes is the largest document that is read unless Options says otherwise.
const DefaultMaxBytes = 32 << 20

// Options say how documents are found and read. The zero value is ready to use.
type Options struct {
	MaxBytes     int64         // of one document; 0 means DefaultMaxBytes
	Stdin        io.Reader     // what "-" stands for; nil means os.Stdin
	Timeout      time.Duration // of one fetch; 0 means 30 seconds
	AllowPrivate bool          // fetch from addresses of private networks too
	UserAgent    string        // sent with a fetch; "" means "parley"
}

func (o Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// An Item is one document, or something in its place that cannot be read (Err) or is
// no document (Passed).
type Item struct {
	Name   string // the path as given, a folder's joined with what is in it; "-"; an address
	Err    error  // why it is refused, of code news.Unreadable with a reason
	Passed string // why it is passed over: "script", "image", "hidden file", …
	read   func(context.Context) (Content, error)
}

// Content is a document's bytes and, for a fetched one, what came with them.
type Content struct {
	Bytes       []byte
	URI         string // the address at the end of all redirections
	ContentType string
}

// Read reads the document. It may be called from several goroutines, each with an
// item of its own. Errors are of code news.Unreadable, or the context's.
func (i Item) Read(ctx context.Context) (Content, error) {
	switch {
	case i.Err != nil:
		return Content{}, i.Err
	case i.read == nil:
		return Content{}, news.Errorf(news.Internal, "%s: passed over, not read", i.Name)
	}
	return i.read(ctx)
}

// Walk yields the documents that the arguments name, in their order; those of a
// folder sorted by path, depth first.
func Walk(args []string, opt Options) iter.Seq[Item] {
	w := &walker{opt: opt, rules: passRules()}
	return func(yield func(Item) bool) {
		for _, arg := range args {
			if !w.argument(arg, yield) {
				return
			}
		}
	}
}

type walker struct {
	opt    Options
	rules  rules
	client *http.Client // made when the first address comes along
}

// argument yields what one argument names; false when the caller has had enough.
func (w *walker) argument(arg string, yield func(Item) bool) bool {
	switch {
	case arg == "-":
		return yield(Item{Name: arg, read: w.stdin})
	case isAddress(arg):
		if w.client == nil {
			w.client = newClient(w.opt)
		}
		client := w.client
		return yield(Item{Name: arg, read: func(ctx context.Context) (Content, error) { return fetch(ctx, client, arg, w.opt) }})
	}
	info, err := os.Stat(arg)
	if err == nil && info.IsDir() {
		return w.folder(arg, []os.FileInfo{info}, yield)
	}
	return yield(w.file(arg, info, err))
}

func isAddress(arg string) bool {
	low := strings.ToLower(arg)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

func (w *walker) stdin(context.Context) (Content, error) {
	in := w.opt.Stdin
	if in == nil {
		in = os.Stdin
	}
	b, err := readAll("-", in, w.opt.limit())
	return Content{Bytes: b}, err
}

// readAll reads at most limit bytes.
func readAll(name string, r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case int64(len(b)) > limit:
		return nil, news.Refuse("too large", "%s: larger than %d bytes", name, limit)
	}
	return b, nil
}
