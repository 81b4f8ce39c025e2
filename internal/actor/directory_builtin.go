package actor

import (
	"strings"
	"sync"

	"parley/data"
	"parley/internal/dossier"
	"parley/internal/news"
)

// builtinFiles are the files of the built-in directory, later over earlier.
var builtinFiles = []struct{ name, text string }{
	{"states.txt", data.States},
	{"organisations.txt", data.Organisations},
	{"offices.txt", data.Offices},
	{"holders.txt", data.Holders},
	{"people.txt", data.People},
}

// BuiltinFiles reads the files of the built-in directory, at once. An error is a
// fault of the build.
func BuiltinFiles() ([]*dossier.File, error) {
	files := make([]*dossier.File, len(builtinFiles))
	faults := make([][]dossier.Problem, len(builtinFiles))
	var all sync.WaitGroup
	for i, b := range builtinFiles {
		all.Go(func() { files[i], faults[i] = dossier.ParseText(b.name, b.text) })
	}
	all.Wait()
	for _, problems := range faults {
		if len(problems) > 0 {
			return nil, news.Errorf(news.Internal, "built-in directory: %v", problems[0])
		}
	}
	return files, nil
}

// Builtin makes the directory that comes with the program, with the user's files
// laid over it.
func Builtin(files ...*dossier.File) (*Directory, error) {
	base, err := BuiltinFiles()
	if err != nil {
		return nil, err
	}
	return NewDirectory(append(base, files...)...), nil
}

// BuiltinDossier reads a dossier that comes with the program by its key
// ("ukraine"); unknown keys are named with those that there are.
func BuiltinDossier(key string) (*dossier.File, error) {
	name := key + ".dossier"
	b, err := data.Dossiers.ReadFile("dossiers/" + name)
	if err != nil {
		return nil, news.Errorf(news.NotFound, "no dossier %q is built in: there are %s", key, strings.Join(builtinKeys(), ", "))
	}
	f, problems := dossier.Parse(name, b)
	if len(problems) > 0 {
		return nil, news.Errorf(news.Internal, "built-in dossier: %v", problems[0])
	}
	return f, nil
}

func builtinKeys() []string {
	var keys []string
	list, _ := data.Dossiers.ReadDir("dossiers") // embedded: the folder is there
	for _, e := range list {
		if key, ok := strings.CutSuffix(e.Name(), ".dossier"); ok {
			keys = append(keys, key)
		}
	}
	return keys
}
