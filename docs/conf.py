"""Settings of the site's generator, Sphinx."""

project = "layerlint"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "layerlint"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
myst_heading_anchors = 3
pygments_style = "friendly"
pygments_dark_style = "github-dark"
