#pragma once

#include "models/items/createlayout.h"
#include "models/items/filesearchmodel.h"
#include "models/items/linelinks.h"
#include "models/items/stepsmodel.h"
#include "views/create/createactions.h"
#include "views/dialogs/ask.h"
#include "views/widgets/screen.h"

#include <QTimer>

class QFrame;
class QSplitter;
class QStackedWidget;

namespace waymark {

class CreateHeader;
class EmptyState;
class FileSearchPane;
class FileTreePane;
class FormPane;
class HighlightingDefinitions;
class Notice;
class PreviewPane;
class ProblemsPane;
class ServiceSession;
class StepperPane;

/// A service is made here: its questions, and beside them every file as it will be written.
class CreateScreen final : public Screen
{
    Q_OBJECT

public:
    /// `session` has to live longer. Without `definitions`, it reads its own.
    CreateScreen(ServiceSession &session, Ask ask, QWidget *parent = nullptr,
                 std::shared_ptr<HighlightingDefinitions> definitions = nullptr);
    ~CreateScreen() override;

    /// More for the file menu, that lives longer.
    void setFileActions(const QList<QAction *> &actions) { m_fileActions = actions; }
    void startRenaming(); ///< Of the draft, in the header.
    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QString status() const override;
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] bool prefersRail() const override { return true; }
    [[nodiscard]] QList<CommandEntry> commands() const override;
    void run(const CommandEntry &entry) override;
    void enter() override;

    /// Shows a question, and puts the focus into it.
    void goToField(const AnswerPath &path);
    /// Shows a line of a file, from 1, and puts the focus there.
    void goToLine(const QByteArray &path, int line);

Q_SIGNALS:
    void reviewWanted();
    void otherTemplateWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBody();
    QWidget *files();
    QWidget *emptyPage();
    QWidget *loadingPage();
    void connectSession();
    void connectPanes();
    void connectSteps();
    void connectEdits();
    void connectWalks();
    void connectDraft();

    void showState();
    void showPreview();
    void showStep();
    void showUndo();
    void announceChange();
    void arrange();
    void setView(CreateView view);
    void shareHeight();

    void openFile(const QByteArray &path);
    void chooseFile(const QByteArray &path); ///< As the user wants it.
    void enterField(const AnswerPath &path);
    void followField();
    void goToFile(int steps);
    void walkLines(bool isBackwards);
    void goToOrigin(SourcePosition position);
    void goToProblem(bool isBackwards);
    void follow(const QModelIndex &problem);
    void fixCurrent();
    void showResult(); ///< Beside the form, or where there is no room, in its place.
    void showAt(const QByteArray &path, SourcePosition position, bool takesFocus);
    void setSearching(bool isSearching);
    void loadAnswers();
    void saveAnswers();
    void discard();

    ServiceSession &m_session;
    const Ask m_ask;
    const std::shared_ptr<HighlightingDefinitions> m_definitions; ///< May be null.
    StepsModel m_steps;
    FileSearchModel m_found;
    CreateActions m_actions;
    QList<QAction *> m_fileActions;
    CreateHeader *m_header;
    QFrame *m_line; ///< Below the header.
    Notice *m_notice;
    QStackedWidget *m_pages;
    QSplitter *m_body = nullptr; ///< Steps, form, result.
    QSplitter *m_result = nullptr; ///< Files, problems.
    QSplitter *m_files = nullptr; ///< Tree, preview.
    StepperPane *m_stepper = nullptr;
    FormPane *m_form = nullptr;
    FileTreePane *m_tree = nullptr;
    PreviewPane *m_preview = nullptr;
    ProblemsPane *m_problems = nullptr;
    FileSearchPane *m_search = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_loading = nullptr;
    QTimer m_slow; ///< What is soon there shows nothing in its place.
    QTimer m_said; ///< Who listens is not told of each keystroke.
    CreateView m_view = CreateView::Both;
    QByteArrayList m_paths; ///< Of the files that are shown.
    bool m_isShareDue = false; ///< Files and problems share a height that they do not have yet.
    bool m_isFileWanted = false; ///< The file that is previewed was chosen, or followed.
    bool m_isFilePinned = false; ///< The user chose it since the focus came to another field.
    bool m_isFollowDue
        = false; ///< A field has the focus, and no file with its lines was there yet.
    AnswerPath m_walked; ///< The field whose lines were gone to last.
};

} // namespace waymark
