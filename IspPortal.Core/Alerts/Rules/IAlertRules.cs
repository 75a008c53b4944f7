using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts.Rules;

/// <summary>The rules. Reading needs <see cref="AlertPermissions.AlertsRead"/>, changing <see cref="AlertPermissions.AlertsConfigure"/>.</summary>
public interface IAlertRules
{
    /// <summary>Lists rules; search over the name; sorts: name, severity. The list's own order is built-in ones first, then by name.</summary>
    Task<Result<Page<AlertRuleRow>>> ListAsync(AlertRuleFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One rule, or <see cref="AlertErrors.RuleNotFound"/>.</summary>
    Task<Result<AlertRuleRow>> GetAsync(Guid ruleId, CancellationToken cancellationToken);

    /// <summary>Makes one on a metric, with the id that the form got when it opened; sent twice it is made once.</summary>
    Task<Result> AddAsync(Guid ruleId, SaveAlertRuleRequest request, CancellationToken cancellationToken);

    /// <summary>Changes one. Its open incidents go by the new terms from the next poll on.</summary>
    Task<Result> UpdateAsync(Guid ruleId, long version, SaveAlertRuleRequest request, CancellationToken cancellationToken);

    /// <summary>Switches it on or off. Off ends its open incidents.</summary>
    Task<Result> SetEnabledAsync(Guid ruleId, long version, bool enabled, CancellationToken cancellationToken);

    /// <summary>Removes one and ends its open incidents; <see cref="AlertErrors.BuiltInRule"/> for those that the portal comes with.</summary>
    Task<Result> RemoveAsync(Guid ruleId, long version, CancellationToken cancellationToken);

    /// <summary>How often it would have opened in the last 24 h, from the history of at most 50 of its subjects.</summary>
    Task<Result<RulePreview>> PreviewAsync(SaveAlertRuleRequest request, CancellationToken cancellationToken);
}
