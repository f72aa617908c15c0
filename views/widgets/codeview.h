#pragma once

#include "models/base/sourceposition.h"
#include "views/widgets/codepainter.h"
#include "views/widgets/codepointer.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>

class QMenu;
class QVariantAnimation;

namespace waymark {

/// Shows a text to read: numbered, coloured, marked, to select and to search. Only lines that are
/// seen cost anything, so that 10 MB open at once. Lines and columns of signals are those of
/// SourcePosition. Its user names it with setAccessibleName().
class CodeView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    using Reading = CodeReading;

    explicit CodeView(CodeLook look, QWidget *parent = nullptr);
    ~CodeView() override;

    /// Shows a file from its start. Its path gives the language, and is what "Copy path" copies.
    void open(const QString &path, QByteArrayView bytes);
    /// The same file, changed: only what differs is looked at; what is in sight stays where it is,
    /// and so do caret and selection.
    void setText(QByteArrayView bytes);
    /// Marks expressions of templates even if the file's name does not say that it is one.
    void setTemplate(bool isTemplate);
    void setMarks(QList<LineMark> marks);
    /// What stands beside each line until another text is opened, where that is not its own number:
    /// of a comparison, its number in the text that it comes from; 0: nothing.
    void setNumbers(QList<int> numbers);
    /// Lets linked lines stand out for a moment, unless motion is reduced.
    void flash();

    [[nodiscard]] const CodeText &text() const { return m_text; }
    [[nodiscard]] const CodeMarks &marks() const { return m_marks; }
    [[nodiscard]] const CodeCaret &caret() const { return m_caret; }
    [[nodiscard]] const CodeLayout &codeLayout() const { return m_layout; }
    /// False: the file holds bytes that are no UTF-8, shown as U+FFFD. A notice should say so.
    [[nodiscard]] bool isExact() const { return m_text.isExact(); }
    /// What is known of how a line looks.
    [[nodiscard]] QList<CodeSpan> spansOf(int line) const;
    [[nodiscard]] QColor colour(Token token) const { return m_look.colour(token); }

    [[nodiscard]] Reading reading() const;
    void restore(const Reading &reading);

    /// Moves the caret there, and shows it in the middle if it was out of sight.
    void goTo(SourcePosition position);
    /// Shows a line, and leaves the caret where it is.
    void reveal(int line);
    void select(TextPlace anchor, TextPlace place);
    void selectAll();
    [[nodiscard]] QString selectedText() const; ///< Without lines that only fill.
    void copy() const;

    [[nodiscard]] bool isWrapped() const { return m_layout.isWrapped(); }
    void setWrapped(bool isWrapped);
    /// Its lines and those of `other` have the same heights, as long as both live.
    void setBeside(CodeView &other);
    /// Whether it is scrolled so that the first line in sight stays there, and not by somebody.
    [[nodiscard]] bool isRestoring() const { return m_isRestoring; }
    /// Beyond the size of the application's font, which is followed by itself.
    void setTextScale(double scale);

    /// Tints all matches; an empty needle ends it. Counts grow while matchesChanged() is emitted.
    void find(const QString &needle, Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive);
    /// Selects the next match behind the selection; false if there is none.
    bool findNext();
    bool findPrevious();
    /// Selects the first match from the start of the selection on: for a needle being typed.
    bool findHere();
    [[nodiscard]] const CodeSearch &search() const { return m_search; }
    /// The how manieth match is selected, from 1; 0: none.
    [[nodiscard]] int currentMatch() const;

    /// Whether there is something left for when nothing else is to be done: lines to colour and to
    /// count, matches to find.
    [[nodiscard]] bool isWorking() const { return m_work.isActive(); }

    /// Copy, Select all, Copy path and what was added with addAction().
    [[nodiscard]] std::unique_ptr<QMenu> contextMenu();

Q_SIGNALS:
    void lineActivated(int line, int column);
    void caretMoved();
    void selectionChanged();
    void matchesChanged();
    void rowsReset(); ///< Its lines may have other heights.
    void followed(); ///< They have, as those beside do; the first line in sight is the same.

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void updateFonts();
    void updateBars();
    void layOutAgain();
    void layOutVisible();
    void work();
    void chooseLanguage();
    void keepInSight(TextPlace place);
    void bringIntoSight(TextPlace place);
    void scrollTo(const Reading &reading);
    void dragFurther();
    void changed(const CodeCaret &before);
    bool selectMatch(std::optional<ColumnRange> match);

    CodeLook m_look;
    CodeText m_text;
    CodeLayout m_layout{m_text};
    std::unique_ptr<Highlighting> m_highlighting;
    CodeMarks m_marks;
    QList<int> m_numbers;
    CodeCaret m_caret;
    CodePointer m_pointer{m_text};
    CodeSearch m_search;
    QString m_path;
    QBasicTimer m_work; // what is left for when nothing else is to be done
    QBasicTimer m_dragging;
    QVariantAnimation *m_flash;
    double m_scale = 1;
    bool m_isTemplate = false;
    bool m_isLayingOut = false;
    bool m_isRestoring = false;
};

} // namespace waymark
