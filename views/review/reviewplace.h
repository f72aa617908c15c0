#pragma once

#include "views/dialogs/ask.h"
#include "views/review/reviewpart.h"

class QBoxLayout;
class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace waymark {

class ReviewAuthor;
class ServiceSession;

/// Where the service goes: folder, branch and author.
class ReviewPlace final : public ReviewPart
{
    Q_OBJECT

public:
    ReviewPlace(ServiceSession &session, Ask ask, QWidget *parent = nullptr);

    void refresh();
    void chooseParent(); ///< Asks for the folder that it is made in.
    void chooseFolder(); ///< Asks for an empty folder, or a clone, that it goes into.
    void editBranch();
    void editAuthor();

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    struct Row
    {
        QLabel *label; ///< Null: none.
        QWidget *field;
    };

    void addRow(const QString &label, QWidget *buddy, QWidget *field);
    void connectParts();
    void arrange();
    void fillEditors();

    ServiceSession &m_session;
    const Ask m_ask;
    QBoxLayout *m_column;
    QGridLayout *m_grid;
    QWidget *m_switches;
    QList<Row> m_rows;
    bool m_isNarrow = false; ///< A label stands above its field.
    QLineEdit *m_folder;
    QToolButton *m_choose;
    QCheckBox *m_commits;
    QCheckBox *m_signsOff;
    QLineEdit *m_branch;
    QLabel *m_from;
    ReviewAuthor *m_author;
};

} // namespace waymark
