#pragma once

#include "views/widgets/highlightingstyles.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QDeadlineTimer>
#include <QList>

#include <functional>
#include <vector>

namespace waymark {

/// Colours lines of code, from the top in slices. Keeps what each line ends with, so that after an
/// edit only lines up to the first that ends as before are looked at again. Lines are 0-based.
class Highlighting final : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    /// Lines that may look other than before.
    struct Slice
    {
        int first = 0;
        int end = 0;
        bool isMore = false;
    };

    using LineAt = std::function<QStringView(int line)>;

    /// `lineAt` is asked only for lines that reset() and replace() told of.
    explicit Highlighting(LineAt lineAt);

    /// An invalid definition: no colours. What was known of lines is forgotten.
    void setLanguage(const KSyntaxHighlighting::Definition &language, bool isTemplate);
    [[nodiscard]] QString languageName() const;

    void reset(int lines);
    void replace(int line, int removed, int inserted);

    /// Goes on with what is not known, up to line `end`.
    Slice work(int end, const QDeadlineTimer &until);
    /// Whether what is shown of a line will not change.
    [[nodiscard]] bool isKnown(int line) const;

    /// In order and apart. Of a line that was not reached yet: what it most likely looks like.
    [[nodiscard]] QList<CodeSpan> spans(int line);

private:
    /// Lines to look at: `first` up to `end`.
    struct Range
    {
        int first;
        int end;
    };

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    [[nodiscard]] KSyntaxHighlighting::State after(int line,
                                                   const KSyntaxHighlighting::State &before);
    void lookAt(Range &range);
    void joinRanges();
    [[nodiscard]] KSyntaxHighlighting::State likelyBefore(int line);
    void addExpressions(QStringView text);

    LineAt m_lineAt;
    HighlightingStyles m_styles;
    std::vector<KSyntaxHighlighting::State> m_ends; // by line
    std::vector<bool> m_isLooked; // by line
    std::vector<Range> m_todo; // in order and apart
    QList<CodeSpan> m_spans; // of the line being looked at
    QStringView m_text;
    KSyntaxHighlighting::State m_likely; // at the start of line m_likelyLine
    int m_likelyLine = -1;
    bool m_isPlain = true;
    bool m_isTemplate = false;
    bool m_isCollecting = false;
};

} // namespace waymark
