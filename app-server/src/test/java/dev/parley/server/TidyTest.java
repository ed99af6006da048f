package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small files, small methods, plain names, nothing left over. */
class TidyTest {

    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 60;
    private static final int PARAMETERS_MAX = 6;
    private static final Pattern EMPTY_NAMES = Pattern.compile(".*(Impl|Utils?|Helper|Manager)\\.java");
    private static final Pattern LEFTOVERS = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void filesAreSmall() {
        assertThat(SourceTree.javaFiles("/src/main/"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(SourceTree.read(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(FILE_LINES_MAX));
    }

    @Test
    void namesSaySomething() {
        assertThat(SourceTree.javaFiles("/src/"))
                .noneMatch(file ->
                        EMPTY_NAMES.matcher(file.getFileName().toString()).matches());
    }

    @Test
    void nothingIsLeftOver() {
        assertThat(SourceTree.javaFiles("/src/"))
                .noneMatch(file -> LEFTOVERS.matcher(SourceTree.read(file)).find());
    }

    @Test
    void methodsAreShortAndTakeFewParameters() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var sources = files.getJavaFileObjectsFromPaths(SourceTree.javaFiles("/src/main/"));
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            var measure = new Measure(Trees.instance(task).getSourcePositions());
            for (var unit : task.parse()) {
                measure.scan(unit, unit);
            }
            assertThat(measure.methods).isGreaterThan(100);
            assertThat(measure.complaints).isEmpty();
        }
    }

    private static final class Measure extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> complaints = new ArrayList<>();
        private int methods;
        private boolean inRecord;

        Measure(SourcePositions positions) {
            this.positions = positions;
        }

        /** A record's constructor takes what the record holds, and a query's method what its statement sets. */
        @Override
        public @Nullable Void visitClass(ClassTree type, CompilationUnitTree unit) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, unit);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            methods++;
            LineMap lines = unit.getLineMap();
            long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                    - lines.getLineNumber(positions.getStartPosition(unit, method))
                    + 1;
            var where = unit.getSourceFile().getName() + " " + method.getName();
            if (length > METHOD_LINES_MAX) {
                complaints.add(where + " has " + length + " lines");
            }
            boolean wiring = unit.getSourceFile().getName().endsWith("Wiring.java");
            boolean countsColumns = inRecord || method.getBody() == null;
            if (method.getParameters().size() > PARAMETERS_MAX && !wiring && !countsColumns) {
                complaints.add(where + " takes " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, unit);
        }
    }
}
