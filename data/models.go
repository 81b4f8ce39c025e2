package data

import _ "embed"

// Model is the trained reader: a model file as docs/encoder.md describes it, made by
// make train. train/model-card.md tells what it was trained on and how well it reads.
//
//go:embed models/reader.model
var Model []byte
