"""Strong Stride: a voice coach for runners' leg-strength training."""
