-- An evaluation reads the tickets of some offerings at a time.
CREATE INDEX ticket_offering ON ticket (offering, opened_at);
