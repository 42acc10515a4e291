"""The coach for voice satellites at home: words and questions by the Wyoming protocol, the workout as audio."""
