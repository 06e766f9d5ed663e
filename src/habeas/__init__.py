"""Read letters written for people at risk: who says what happened to whom."""
