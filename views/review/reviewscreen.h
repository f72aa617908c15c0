#pragma once

#include "models/items/servicesession.h"
#include "views/dialogs/ask.h"
#include "views/review/reviewactions.h"
#include "views/widgets/screen.h"

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace waymark {

class HighlightingDefinitions;
class Notice;
class ReviewBar;
class ReviewChange;
class ReviewCommand;
class ReviewCommit;
class ReviewDone;
class ReviewFiles;
class ReviewHeader;

/// The last look at a new service, one press to make it, and what to do with it then.
class ReviewScreen final : public Screen
{
    Q_OBJECT

public:
    /// Without `definitions`, it loads some of its own.
    ReviewScreen(ServiceSession &session, const Ask &ask, QWidget *parent = nullptr,
                 std::shared_ptr<HighlightingDefinitions> definitions = nullptr);

    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QString status() const override;
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] bool prefersRail() const override { return true; }
    [[nodiscard]] QList<CommandEntry> commands() const override;
    void run(const CommandEntry &entry) override;
    void enter() override;

Q_SIGNALS:
    void backWanted();
    void goToField(const waymark::AnswerPath &path);
    void goToLine(const QByteArray &path, int line);
    void anotherWanted();
    void openWanted(const QString &folder);
    void editWanted(const QString &folder); ///< In the user's editor.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectSession();
    void connectParts();
    void connectActions();
    void arrange();
    void refresh();
    void refreshState();
    void stepChange(bool backwards);
    void commit();
    void discard();
    void explain();
    void fix(const SafetyRow &row);
    void goToProblem();
    void acceptSecrets(const SafetyRow &row);
    void showCommit(bool isCommit);
    void takeEnd(const ApplyEnd &end);
    void takeUndo(const UndoEnd &end);
    void showReport(const Problem &problem);

    ServiceSession &m_session;
    const Ask m_ask;
    const ReviewActions m_actions;
    ReviewHeader *m_header;
    Notice *m_notice;
    QStackedWidget *m_stack;
    QSplitter *m_rows;
    QSplitter *m_columns;
    ReviewFiles *m_files;
    ReviewChange *m_change;
    QWidget *m_lower; ///< All about the commit.
    QScrollArea *m_scroll;
    ReviewCommit *m_commit;
    ReviewCommand *m_command; ///< In sight however much scrolls above it.
    QScrollArea *m_donePage;
    ReviewDone *m_done;
    ReviewBar *m_bar;
    bool m_isStale = true; ///< It has not shown the last plan.
    bool m_isPlaced = false; ///< The splitters have their sizes.
    bool m_isCommitShown = false; ///< In a small window.
};

} // namespace waymark
