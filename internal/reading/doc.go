// Package reading is the fixed list of stages from a Report to its statements:
// tokens, attributions, speakers, days, moves. It is a pure function: no clock,
// network, disk, logger or changing global. The same report and reader version give
// the same statements on every machine.
package reading
