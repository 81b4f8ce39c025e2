// Package web makes pages for people. For now there is one: Page, a self-contained
// HTML page that opens without a server and reads without script. It shows who
// said what about talking as a picture by party and day and as a table, and under
// them each report's text with its statements marked and its furniture greyed.
//
// What comes from reports is data: all of it goes through html/template, and the
// page's content security policy allows nothing but the page's own style sheet.
// No meaning rests on colour alone: stances have shapes and words, the marks in
// the text have lines and weights of their own.
package web
