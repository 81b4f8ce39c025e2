package main

const firstSteps = `Parley reads news reports and keeps a ledger of who said what about talking.

Three steps to start with:

  parley read FILE             print the statements of one saved page, keep nothing
  parley add FOLDER            read a folder of saved pages into the ledger parley.db
  parley timeline              who was for talks, against, or set conditions, by day

parley --help lists all commands, parley COMMAND --help says what one takes.
`

// Help texts stand below the flags of a command. Kong keeps indented lines as they
// are.

// Help teaches the command by examples.
func (readCmd) Help() string {
	return `Inputs are saved pages (.html, .mhtml, .txt, each also .gz), folders of them,
addresses, or - for standard input. In a folder, scripts, images and the like are
passed over. What cannot be read is named, and the rest goes on (exit code 1).

Examples:

    parley read page.html
    parley read --explain page.html          by which rules, from which mention
    parley read -f jsonl pages/ > out.jsonl  one record a line
    parley read https://example.org/story    fetch one page
    curl -s URL | parley read -
    parley read -d my.dossier page.html      with your own people and issues`
}

// Help teaches the command by examples.
func (addCmd) Help() string {
	return `Adding the same bytes again changes nothing; another version of the reader, or
another dossier, supersedes what the earlier one read. An interrupted run leaves
whole reports only: run it again to go on.

Examples:

    parley add pages/
    parley add --ledger tesmar.db -d tesmar.dossier pages/
    PARLEY_LEDGER=tesmar.db parley add page.mhtml`
}

// Help teaches the command by examples.
func (statementsCmd) Help() string {
	return `Names are compared without case and accents; a part of a name does ("lavrov").

Examples:

    parley statements --actor lavrov --from 2022-11-01 --to 2022-11-30
    parley statements --issue talks --mode direct --outlet "BBC News"
    parley statements -f csv > statements.csv`
}

// Help teaches the command by examples.
func (reportsCmd) Help() string {
	return `A filter for statements (--actor, --issue, --mode) selects the reports that hold one.

Examples:

    parley reports --from 2022-11-01
    parley reports --actor "United Nations" -f jsonl`
}

// Help teaches the command by examples.
func (actorsCmd) Help() string {
	return `Examples:

    parley actors                       who spoke, how often, from when to when
    parley actors lavrov                dated roles with their sources, and statements
    parley actors -d my.actors Varga    with your own directory`
}

// Help teaches the command by examples.
func (timelineCmd) Help() string {
	return `Days: "2022-11-16" when the report gives the day of speaking, "by 2022-11-17"
when only its day of publication is known.

Examples:

    parley timeline
    parley timeline --holder Russia --from 2022-11-01
    parley timeline -f jsonl`
}

// Help teaches the command by examples.
func (searchCmd) Help() string {
	return `Statements come first, best first; then reports that hold the words elsewhere.

Examples:

    parley search ceasefire
    parley search '"security guarantees"'       side by side
    parley search 'negotiat*' --actor lavrov    all words that begin so`
}

// Help teaches the command by examples.
func (showCmd) Help() string {
	return `Lists print ids; their first signs are enough. A statement is shown in its
passage: ‹who› _cue_ [words]. A report is shown passage by passage, furniture with
the reason why it is furniture.

Examples:

    parley show s5a3f
    parley show r915c -d my.actors    roles from your own directory too`
}

// Help teaches the command by examples.
func (checkCmd) Help() string {
	return `Every statement must quote its stored text word for word; every file that is still
there must be the one that was read. Files are looked for where they were named
when they were added: run it from the same folder. What does not hold is printed,
and the exit code is 1.

Examples:

    parley check
    parley check --no-files --ledger copy.db`
}

// Help teaches the command by examples.
func (exportCmd) Help() string {
	return `Examples:

    parley export -f csv -o statements.csv
    parley export -f html -o page.html     timeline and marked reports, opens anywhere
    parley export -a lavrov > lavrov.jsonl`
}

// Help teaches the command by examples.
func (scoreCmd) Help() string {
	return `Examples:

    parley score statements gold/examples.jsonl
    parley score statements --errors examples/corpus/tune -d examples/tesmar.actors
    parley score attribution polnear/dev
    parley score attribution -f json cofenet-valid.jsonl`
}

// Help teaches the command by examples.
func (dossierCmd) Help() string {
	return `Examples:

    parley dossier new tesmar > tesmar.dossier
    parley dossier check tesmar.actors tesmar.dossier`
}

// Help teaches the command by examples.
func (completionCmd) Help() string {
	return `Examples:

    source <(parley completion bash)                 in ~/.bashrc
    source <(parley completion zsh)                  in ~/.zshrc, after compinit
    parley completion fish > ~/.config/fish/completions/parley.fish`
}
