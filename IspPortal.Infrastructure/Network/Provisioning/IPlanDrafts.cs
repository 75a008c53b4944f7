using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Stores plans that a feature has worked out itself (drift, isolir kit, restore, clean-up of a pair), to be looked at and applied like any other.</summary>
internal interface IPlanDrafts
{
    /// <summary>Stores the draft and gives its id; <see cref="ProvisioningErrors.NothingToDo"/> when it has neither steps nor findings. The caller has checked the permission.</summary>
    Task<Result<Guid>> SaveAsync(PlanDraft draft, CancellationToken cancellationToken);
}
