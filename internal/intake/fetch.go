package intake

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"

	"parley/internal/news"
)

const (
	maxRedirects   = 5
	defaultTimeout = 30 * time.Second
)

// errPrivate refuses a connection before it is made.
var errPrivate = errors.New("an address of a private network")

// newClient makes a client that connects to public addresses only. The check is made
// on the address that is dialled, so neither a name nor a redirection gets around it;
// for the same reason it uses no proxy.
func newClient(opt Options) *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	if !opt.AllowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return checkAddress(address) }
	}
	timeout := opt.Timeout
	if timeout == 0 {
		timeout = defaultTimeout
	}
	return &http.Client{
		Timeout: timeout,
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			MaxIdleConns:           8,
			IdleConnTimeout:        30 * time.Second,
			TLSHandshakeTimeout:    10 * time.Second,
			MaxResponseHeaderBytes: 1 << 20,
		},
		CheckRedirect: checkRedirect,
	}
}

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return fmt.Errorf("more than %d redirections", maxRedirects)
	}
	return checkURL(req.URL)
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return fmt.Errorf("%s is no address of a page", u.Redacted())
	}
	return nil
}

// reserved are the networks beside the private ones that hold no public pages.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.88.99.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2001::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// checkAddress refuses an address and port outside the public internet.
func checkAddress(address string) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	a := ap.Addr().Unmap().WithZone("")
	if a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return errPrivate
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return errPrivate
		}
	}
	return nil
}

// fetch gets a page.
func fetch(ctx context.Context, client *http.Client, address string, opt Options) (Content, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err == nil {
		err = checkURL(req.URL)
	}
	if err != nil {
		return Content{}, news.Refuse("no address", "%s: %v", address, err)
	}
	agent := opt.UserAgent
	if agent == "" {
		agent = "parley"
	}
	req.Header.Set("User-Agent", agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8")
	res, err := client.Do(req)
	if err != nil {
		return Content{}, fetchFault(ctx, address, err)
	}
	defer func() { _ = res.Body.Close() }()
	if res.StatusCode != http.StatusOK {
		return Content{}, news.Refuse("not fetched", "%s: the server answers %s", address, res.Status)
	}
	if res.ContentLength > opt.limit() {
		return Content{}, news.Refuse("too large", "%s: %d bytes, larger than %d", address, res.ContentLength, opt.limit())
	}
	b, err := readAll(address, res.Body, opt.limit())
	if err != nil {
		return Content{}, err
	}
	final := *res.Request.URL
	final.Fragment, final.User = "", nil
	return Content{Bytes: b, URI: final.String(), ContentType: res.Header.Get("Content-Type")}, nil
}

func fetchFault(ctx context.Context, address string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	reason := "not fetched"
	if errors.Is(err, errPrivate) {
		reason = "private address"
	}
	var ue *url.Error
	if errors.As(err, &ue) {
		err = ue.Err
	}
	return &news.Error{Code: news.Unreadable, Reason: reason, Msg: address, Err: err}
}
