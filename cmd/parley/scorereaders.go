package main

import (
	"fmt"
	"os"
	"strings"

	"parley/data"
	"parley/internal/encoder"
	"parley/internal/news"
	"parley/internal/score"
)

type scoreReadersCmd struct {
	Examples string   `default:"examples" placeholder:"DIR" help:"Folder of the project's own set (${default})."`
	Shared   string   `default:"../shared" placeholder:"DIR" help:"Folder of the corpora (${default})."`
	Out      string   `placeholder:"FILE" help:"Write the sheet's section of readers here, and keep the rest; the section to standard output without it."`
	Machine  string   `default:"a machine that was not named" placeholder:"WORDS" help:"Where the speeds are measured, for the sheet."`
	Models   []string `arg:"" help:"Model files to score beside the built-in one."`
}

// Run scores the built-in model and others beside each other.
func (c *scoreReadersCmd) Run(m *Main) error {
	for _, name := range c.Models { // before the long work
		if _, _, err := modelFile(name); err != nil {
			return err
		}
	}
	var columns []score.Column
	for _, name := range append([]string{""}, c.Models...) {
		column, err := c.column(m, name)
		if err != nil {
			return err
		}
		columns = append(columns, column)
	}
	k, err := encoder.Kernel(os.Getenv("PARLEY_KERNEL"))
	if err != nil {
		return err
	}
	where := c.Machine + ", kernel " + k.Name
	return m.rewrite(c.Out, func(old []byte) []byte { return score.SheetBeside(old, columns, where) })
}

// modelFile reads a model file, the built-in one for "", and gives its size in bytes.
func modelFile(name string) (net *encoder.Model, size int, err error) {
	file := data.Model
	if name != "" {
		if file, err = os.ReadFile(name); err != nil {
			return nil, 0, news.Errorf(news.Invalid, "model: %v", err)
		}
	}
	if net, err = encoder.Parse(file); err != nil {
		return nil, 0, &news.Error{Code: news.Invalid, Msg: name, Err: err}
	}
	return net, len(file), nil
}

// column scores one model.
func (c *scoreReadersCmd) column(m *Main, name string) (column score.Column, err error) {
	net, size, err := modelFile(name)
	if err != nil {
		return column, err
	}
	src, err := (&scoreSheetCmd{Examples: c.Examples, Shared: c.Shared, Model: name}).sources()
	if err != nil {
		return column, err
	}
	m.tell("%s: reading the sets\n", net.Name)
	column, err = src.Beside(c.Shared, counter(net))
	column.Name, column.Model = net.Name, net.Name
	if name == "" {
		column.Name = "built-in"
	}
	column.Shape = fmt.Sprintf("%d layers of %d, %d MB", net.Layers, net.Width, (size+500_000)/1_000_000)
	return column, err
}

// counter counts what is read of a report: all passages that are no furniture.
func counter(net *encoder.Model) func(*news.Report) score.Speed {
	return func(rep *news.Report) (n score.Speed) {
		for i := range rep.Passages {
			if p := &rep.Passages[i]; p.Kind != news.Furniture {
				n.Words += len(strings.Fields(rep.Text[p.Span.Start:p.Span.End]))
				n.Pieces += len(net.Pieces.Append(nil, rep.Text, p.Span))
			}
		}
		return n
	}
}
