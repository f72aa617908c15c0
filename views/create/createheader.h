#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace waymark {

struct CreateActions;
class Badge;
class ElidedLabel;
class Segments;
class StepsModel;

/// The line above everything: what is made of which template, its draft, and what is seen of it.
class CreateHeader final : public QWidget
{
    Q_OBJECT

public:
    CreateHeader(StepsModel &steps, const CreateActions &actions, QWidget *parent = nullptr);

    void setService(const QString &name);
    void setTemplate(const QString &title); ///< "Go HTTP service 3.4.0"; empty: none.
    void setDraft(const QString &state); ///< "Draft saved"
    /// Steps in a list that opens, and what is less needed in a menu.
    void setFolded(bool isFolded);
    void startRenaming();

Q_SIGNALS:
    void renamed(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildName();
    void buildDraft(const CreateActions &actions);
    void buildViews(const CreateActions &actions);
    void buildFolded(StepsModel &steps, const CreateActions &actions);
    void showStep();
    void endRenaming(bool takes);

    StepsModel &m_steps;
    QLabel *m_title;
    ElidedLabel *m_name;
    QLineEdit *m_edit;
    Badge *m_template;
    QToolButton *m_draft;
    QWidget *m_discard = nullptr;
    Segments *m_views;
    QLabel *m_position;
    QComboBox *m_list;
    QToolButton *m_more;
};

} // namespace waymark
