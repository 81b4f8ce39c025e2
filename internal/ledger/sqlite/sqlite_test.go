package sqlite_test

import (
	"path/filepath"
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
	"parley/internal/ledger/sqlite"
)

func TestConformance(t *testing.T) {
	ledgertest.Run(t, func(t testing.TB) ledger.Store {
		return openAt(t, filepath.Join(t.TempDir(), "parley.db"), sqlite.Options{})
	})
}
