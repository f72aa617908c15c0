#pragma once

#include "views/widgets/codeview.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace waymark {

class Badge;
class ElidedLabel;
class FindBar;
class HighlightingDefinitions;
class LineBar;
class ServiceSession;
class WrapLabel;
struct FileView;

/// One file as it will be written, in step with each keystroke.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    /// The actions of its buttons; none is owned.
    struct Actions
    {
        QAction *previousLine;
        QAction *nextLine;
        QAction *copy;
        QAction *wrap;
    };

    /// Without `definitions`, it reads its own.
    PreviewPane(ServiceSession &session, Actions actions,
                std::shared_ptr<HighlightingDefinitions> definitions, QWidget *parent = nullptr);

    [[nodiscard]] CodeView &code() { return *m_code; }
    [[nodiscard]] const QByteArray &path() const { return m_path; }
    /// Another file, where it was read last; empty: none.
    void open(const QByteArray &path);
    void goTo(SourcePosition position);
    void find(); ///< Opens the search.
    void goToLine(); ///< Asks for a line.
    /// Where the files of the template are, which are named from there.
    [[nodiscard]] QString templateFolder() const;
    /// A list that opens, in place of the tree and the name.
    void setListShown(bool isShown);
    void setFiles(const QByteArrayList &paths);

Q_SIGNALS:
    void fileChosen(const QByteArray &path);

private:
    QWidget *header(Actions actions);
    void refresh();
    void refreshMarks();
    void refreshOrigin();
    void showFile(const FileView &view);
    void showNote(const FileView &view);
    void showWork();

    ServiceSession &m_session;
    QByteArray m_path;
    QByteArrayList m_files;
    QHash<QByteArray, CodeView::Reading> m_readings; ///< Where other files were left.
    ElidedLabel *m_name;
    QComboBox *m_list;
    Badge *m_linked;
    QProgressBar *m_work;
    QWidget *m_noteStrip;
    WrapLabel *m_note;
    CodeView *m_code;
    FindBar *m_find;
    LineBar *m_line;
    ElidedLabel *m_origin;
    QWidget *m_copy = nullptr; ///< A button that is left out beside a list.
    QTimer m_slow; ///< A preview that is soon there shows no bar.
};

} // namespace waymark
