package intake

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"parley/internal/news"
)

// folder yields what a folder holds. above are the folders that it lies in, itself
// included, by which a loop of links is known.
func (w *walker) folder(path string, above []os.FileInfo, yield func(Item) bool) bool {
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil && !yield(Item{Name: path, Err: unreadable(path, err)}) {
		return false
	}
	for _, e := range entries {
		if !w.entry(filepath.Join(path, e.Name()), e.Name(), above, yield) {
			return false
		}
	}
	return true
}

// entry yields what one entry of a folder holds.
func (w *walker) entry(path, name string, above []os.FileInfo, yield func(Item) bool) bool {
	info, err := os.Stat(path)
	dir := err == nil && info.IsDir()
	if reason := w.rules.passed(name, dir); reason != "" {
		return yield(Item{Name: path, Passed: reason})
	}
	if !dir {
		return yield(w.file(path, info, err))
	}
	for _, up := range above {
		if os.SameFile(up, info) {
			return yield(Item{Name: path, Err: news.Refuse("loop", "%s: a link back to a folder around it", path)})
		}
	}
	return w.folder(path, append(above[:len(above):len(above)], info), yield)
}

// file makes the item of a file from what is known of it without opening it.
func (w *walker) file(path string, info os.FileInfo, err error) Item {
	limit := w.opt.limit()
	switch {
	case err != nil:
		return Item{Name: path, Err: unreadable(path, err)}
	case !info.Mode().IsRegular():
		return Item{Name: path, Err: news.Refuse("special file", "%s: neither a file nor a folder", path)}
	case info.Size() > limit:
		return Item{Name: path, Err: news.Refuse("too large", "%s: %d bytes, larger than %d", path, info.Size(), limit)}
	}
	return Item{Name: path, read: func(context.Context) (Content, error) {
		f, err := os.Open(path)
		if err != nil {
			return Content{}, unreadable(path, err)
		}
		defer func() { _ = f.Close() }()
		b, err := readAll(path, f, limit)
		return Content{Bytes: b}, err
	}}
}

// unreadable names what stands in the way of reading a path.
func unreadable(path string, err error) error {
	reason := "unreadable"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = "not found"
	case errors.Is(err, fs.ErrPermission):
		reason = "not permitted"
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &news.Error{Code: news.Unreadable, Reason: reason, Msg: path, Err: err}
}
