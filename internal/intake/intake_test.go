package intake

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/internal/news"
)

// write makes a folder of files.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// list writes items as "name outcome" with names relative to dir.
func list(dir string, args []string, opt Options) []string {
	var got []string
	for it := range Walk(args, opt) {
		name := strings.TrimPrefix(it.Name, dir+"/")
		c, err := it.Read(context.Background())
		var e *news.Error
		switch {
		case it.Passed != "":
			got = append(got, name+" passed: "+it.Passed)
		case errors.As(err, &e):
			got = append(got, name+" refused: "+e.Reason)
		case err != nil:
			got = append(got, name+" error: "+err.Error())
		default:
			got = append(got, name+" = "+string(c.Bytes))
		}
	}
	return got
}

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.html": "B", "a.txt": "A", "c.mhtml": "C", "d.txt.gz": "D", "noext": "E",
		"b_files/x.js": "", "b_files/saved_resource.html": "", "sub/z.txt": "Z", "sub/a.html": "Y",
		".hidden": "", ".git/config": "", "x.js": "", "x.css": "", "x.PNG": "", "x.woff2": "", "x.js.gz": "",
		"saved_resource(1).html": "", "parley.db": "", "README.md": "",
	})
	want := []string{
		".git passed: hidden folder", ".hidden passed: hidden file", "README.md passed: notes", "a.txt = A", "b.html = B",
		"b_files passed: files of a page", "c.mhtml = C", "d.txt.gz = D", "noext = E", "parley.db passed: data",
		"saved_resource(1).html passed: frame", "sub/a.html = Y", "sub/z.txt = Z",
		"x.PNG passed: image", "x.css passed: style", "x.js passed: script", "x.js.gz passed: script", "x.woff2 passed: font",
	}
	if diff := cmp.Diff(want, list(dir, []string{dir}, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestNamedFileIsAlwaysTried(t *testing.T) {
	dir := write(t, map[string]string{".hidden": "H", "x.js": "J"})
	got := list(dir, []string{dir + "/.hidden", dir + "/x.js"}, Options{})
	if diff := cmp.Diff([]string{".hidden = H", "x.js = J"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefused(t *testing.T) {
	dir := write(t, map[string]string{"in/big.txt": "123456", "in/ok.txt": "1234"})
	for link, to := range map[string]string{"in/loop": "..", "in/self": "self", "in/gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "in/pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"in/big.txt refused: too large", "in/gone refused: not found", "in/loop/in refused: loop",
		"in/ok.txt = 1234", "in/pipe refused: special file", "in/self refused: unreadable", "/dev/null refused: special file",
		"nothing refused: not found",
	}
	got := list(dir, []string{dir + "/in", "/dev/null", "nothing"}, Options{MaxBytes: 4})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinkedFolderIsRead(t *testing.T) {
	dir := write(t, map[string]string{"pages/a.txt": "A"})
	if err := os.Symlink("pages", filepath.Join(dir, "again")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"again/a.txt = A", "pages/a.txt = A"}, list(dir, []string{dir}, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestStdin(t *testing.T) {
	got := list("", []string{"-"}, Options{Stdin: strings.NewReader("in")})
	got = append(got, list("", []string{"-"}, Options{Stdin: strings.NewReader("in"), MaxBytes: 1})...)
	if diff := cmp.Diff([]string{"- = in", "- refused: too large"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNameIsAsGiven(t *testing.T) {
	dir := write(t, map[string]string{"p/a.txt": "A"})
	t.Chdir(dir)
	if diff := cmp.Diff([]string{"./p/a.txt = A", "p/a.txt = A"}, list("", []string{"./p/a.txt", "p"}, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestWalkStops(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "", "b/c.txt": "", "d.txt": ""})
	n := 0
	for range Walk([]string{dir, dir}, Options{}) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d items after the loop was left, want 2", n)
	}
}
