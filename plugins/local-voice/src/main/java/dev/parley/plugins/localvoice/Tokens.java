package dev.parley.plugins.localvoice;

import com.sun.speech.freetts.Token;
import com.sun.speech.freetts.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Words cut up as FreeTTS wants them; each token knows which word it came from. */
final class Tokens {

    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> words = new ArrayList<>();

    static Tokens of(List<String> words, Tokenizer tokenizer) {
        var result = new Tokens();
        for (int i = 0; i < words.size(); i++) {
            tokenizer.setInputText(" " + words.get(i));
            while (tokenizer.hasMoreTokens()) {
                result.add(tokenizer.getNextToken(), i);
            }
        }
        return result;
    }

    List<Token> all() {
        return tokens;
    }

    int word(int token) {
        return words.get(token);
    }

    /** Punctuation on its own has no sound, and FreeTTS may fail on it: it becomes the end of the token before. */
    private void add(Token token, int word) {
        if (token.getWord().chars().anyMatch(Character::isLetterOrDigit)) {
            tokens.add(token);
            words.add(word);
        } else if (!tokens.isEmpty()) {
            var last = tokens.getLast();
            last.setPostpunctuation(last.getPostpunctuation() + token.getWord() + token.getPostpunctuation());
        }
    }
}
