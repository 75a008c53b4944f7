using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>Who is told of incidents, and when. Reading needs <see cref="AlertPermissions.AlertsRead"/>, changing <see cref="AlertPermissions.AlertsConfigure"/>.</summary>
public interface IAlertPolicies
{
    /// <summary>All of them, by name; at most 100 exist.</summary>
    Task<Result<IReadOnlyList<AlertPolicyRow>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes one, or changes it when there is one of that id; the version then has to be the one that was read.</summary>
    Task<Result> SaveAsync(Guid policyId, long version, SaveAlertPolicyRequest request, CancellationToken cancellationToken);

    /// <summary>Removes one that no rule goes by; <see cref="AlertErrors.PolicyInUse"/>.</summary>
    Task<Result> RemoveAsync(Guid policyId, long version, CancellationToken cancellationToken);
}
