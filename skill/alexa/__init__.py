"""Alexa: requests in, responses out. The only room that knows the Alexa Skills Kit SDK."""
