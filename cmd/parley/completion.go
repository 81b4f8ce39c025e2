package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints a completion script made from the command line itself.
func (c *completionCmd) Run(m *Main, k *kong.Kong) error {
	var script string
	switch c.Shell {
	case "fish":
		script = fishScript(k.Model.Node)
	case "zsh":
		script = "autoload -U +X bashcompinit && bashcompinit\n" + bashScript(k.Model.Node)
	default:
		script = bashScript(k.Model.Node)
	}
	_, err := fmt.Fprint(m.Stdout, script)
	return err
}

// bashScript completes commands, flags and the values of flags that have a fixed
// set of them; elsewhere the shell completes file names.
func bashScript(root *kong.Node) string {
	var words, values strings.Builder
	var visit func(n *kong.Node, path string)
	visit = func(n *kong.Node, path string) {
		fmt.Fprintf(&words, "    %q) words=%q ;;\n", path, strings.Join(wordsOf(n), " "))
		for _, f := range n.Flags {
			if v := valuesOf(f); v != nil {
				fmt.Fprintf(&values, "    %q) COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", path+" --"+f.Name, strings.Join(v, " "))
			}
			if v := valuesOf(f); v != nil && f.Short != 0 {
				fmt.Fprintf(&values, "    %q) COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", path+" -"+string(f.Short), strings.Join(v, " "))
			}
		}
		for _, sub := range n.Children {
			visit(sub, strings.TrimSpace(path+" "+sub.Name))
		}
	}
	visit(root, "")
	return fmt.Sprintf(bashFrame, strings.Join(groupsOf(root), "|"), values.String(), words.String())
}

// wordsOf are the commands and flags that may stand after a command.
func wordsOf(n *kong.Node) []string {
	var out []string
	for _, sub := range n.Children {
		out = append(out, sub.Name)
	}
	for _, p := range n.Positional {
		if p.Enum != "" {
			out = append(out, strings.Split(p.Enum, ",")...)
		}
	}
	out = append(out, "--help")
	for _, f := range n.Flags {
		if f.Name != "help" {
			out = append(out, "--"+f.Name)
		}
	}
	return out
}

// valuesOf are the values of a flag that has a fixed set of them.
func valuesOf(f *kong.Flag) []string {
	if strings.Contains(f.PlaceHolder, "|") {
		return strings.Split(f.PlaceHolder, "|")
	}
	return nil
}

// groupsOf are the commands that have commands of their own.
func groupsOf(root *kong.Node) []string {
	var out []string
	for _, n := range root.Children {
		if len(n.Children) > 0 {
			out = append(out, n.Name)
		}
	}
	return out
}

const bashFrame = `# parley completion, made by "parley completion".
_parley() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path= words=
  [ "$COMP_CWORD" -gt 1 ] && path=${COMP_WORDS[1]}
  case $path in
    %[1]s) [ "$COMP_CWORD" -gt 2 ] && path="$path ${COMP_WORDS[2]}" ;;
  esac
  case "$path $prev" in
%[2]s  esac
  case $path in
%[3]s  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  [ -n "$path" ] && [ "${cur:0:1}" != - ] && COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -F _parley parley
`

// fishScript completes the same for fish, with what each word means.
func fishScript(root *kong.Node) string {
	var b strings.Builder
	b.WriteString("# parley completion, made by \"parley completion\".\n")
	for _, n := range root.Children {
		fmt.Fprintf(&b, "complete -c parley -n __fish_use_subcommand -f -a %s -d %s\n", n.Name, fishQuoted(n.Help))
		for _, p := range n.Positional {
			if p.Enum != "" {
				fmt.Fprintf(&b, "complete -c parley -n '__fish_seen_subcommand_from %s' -f -a %s\n", n.Name, fishQuoted(strings.ReplaceAll(p.Enum, ",", " ")))
			}
		}
		fishFlags(&b, n, "__fish_seen_subcommand_from "+n.Name)
		for _, sub := range n.Children {
			fmt.Fprintf(&b, "complete -c parley -n '__fish_seen_subcommand_from %s' -f -a %s -d %s\n", n.Name, sub.Name, fishQuoted(sub.Help))
			fishFlags(&b, sub, "__fish_seen_subcommand_from "+n.Name+"; and __fish_seen_subcommand_from "+sub.Name)
		}
	}
	return b.String()
}

func fishFlags(b *strings.Builder, n *kong.Node, when string) {
	for _, f := range n.Flags {
		fmt.Fprintf(b, "complete -c parley -n '%s' -l %s", when, f.Name)
		if f.Short != 0 {
			fmt.Fprintf(b, " -s %c", f.Short)
		}
		switch v := valuesOf(f); {
		case v != nil:
			fmt.Fprintf(b, " -x -a %s", fishQuoted(strings.Join(v, " ")))
		case !f.IsBool():
			b.WriteString(" -r")
		}
		fmt.Fprintf(b, " -d %s\n", fishQuoted(f.Help))
	}
}

// fishQuoted quotes for fish, where only the quote and the backslash are special.
func fishQuoted(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}
