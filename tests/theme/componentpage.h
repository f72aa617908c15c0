#pragma once

#include <QWidget>

namespace components {

/// Every component of the theme in use, in all of its states: to be looked at, and to be measured
/// by the test that grabs it. What is measured has an object name.
class ComponentPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentPage(const QString &subtitle);
};

} // namespace components
