-- What is known of a finished rendering beside its bytes, as JSON: of music, its plan, its title and the provider's id.
ALTER TABLE task ADD COLUMN details TEXT;
