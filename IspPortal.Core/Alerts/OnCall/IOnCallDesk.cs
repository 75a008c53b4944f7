using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>Who is on call. Reading needs <see cref="AlertPermissions.AlertsRead"/>, changing <see cref="AlertPermissions.AlertsConfigure"/>; how one is told oneself anybody may say.</summary>
public interface IOnCallDesk
{
    /// <summary>Who is on call now and in the weeks to come.</summary>
    Task<Result<OnCallBoard>> GetAsync(CancellationToken cancellationToken);

    /// <summary>Sets the rota.</summary>
    Task<Result> SaveAsync(long version, SaveOnCallRequest request, CancellationToken cancellationToken);

    /// <summary>Lets somebody stand in; with the id that the form got when it opened, sent twice it is made once.</summary>
    Task<Result> StandInAsync(Guid id, StandInRequest request, CancellationToken cancellationToken);

    /// <summary>Takes that back; <see cref="AlertErrors.StandInNotFound"/>.</summary>
    Task<Result> RemoveStandInAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>How the one who asks is told.</summary>
    Task<Result<AlertContactForm>> MyContactAsync(CancellationToken cancellationToken);

    /// <summary>Says how the one who asks is told.</summary>
    Task<Result> SaveMyContactAsync(AlertContactForm form, CancellationToken cancellationToken);
}
