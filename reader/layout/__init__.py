"""Articles as rows of a terminal: width in, rows, places, motions and painted segments out.

Floor 4: pure and without Textual; the reading pane paints what is decided here.
"""
