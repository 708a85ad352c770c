"""What is painted on the paper: cards, edges, frames and their marks."""
