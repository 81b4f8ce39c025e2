package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints a completion script made of the command line itself.
func (c *completionCmd) Run(m *Main, k *kong.Kong) error {
	var commands []string
	var cases strings.Builder
	for _, n := range k.Model.Children {
		commands = append(commands, n.Name)
		words := []string{}
		for _, sub := range n.Children {
			words = append(words, sub.Name)
		}
		for _, f := range n.Flags {
			words = append(words, "--"+f.Name)
		}
		switch c.Shell {
		case "fish":
			fmt.Fprintf(&cases, "complete -c parley -n '__fish_use_subcommand' -a %s -d %q\n", n.Name, n.Help)
			for _, w := range words {
				fmt.Fprintf(&cases, "complete -c parley -n '__fish_seen_subcommand_from %s' -a '%s'\n", n.Name, w)
			}
		default:
			fmt.Fprintf(&cases, "    %s) words=%q ;;\n", n.Name, strings.Join(words, " "))
		}
	}
	script := map[string]string{"bash": bashScript, "zsh": "#compdef parley\nautoload -U +X bashcompinit && bashcompinit\n" + bashScript, "fish": "%[2]s"}[c.Shell]
	_, err := fmt.Fprintf(m.Stdout, script, strings.Join(commands, " "), cases.String())
	return err
}

const bashScript = `# parley completion: source this file, or put it where your shell looks for completions.
_parley() {
  local cur=${COMP_WORDS[COMP_CWORD]} words="%[1]s"
  if [ "$COMP_CWORD" -gt 1 ]; then
    words=""
    case ${COMP_WORDS[1]} in
%[2]s    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  case $cur in -*) ;; *) [ "$COMP_CWORD" -gt 1 ] && COMPREPLY+=($(compgen -f -- "$cur")) ;; esac
}
complete -o filenames -F _parley parley
`
