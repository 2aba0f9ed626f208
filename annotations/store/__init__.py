"""The project file. The only package that speaks SQL."""
