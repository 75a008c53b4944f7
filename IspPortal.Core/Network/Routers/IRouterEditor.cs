using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Routers;

/// <summary>Changes routers. Needs <see cref="NetworkPermissions.RoutersWrite"/>; every change is audited.</summary>
public interface IRouterEditor
{
    /// <summary>Adds a router and starts polling it. Gives its id.</summary>
    Task<Result<Guid>> AddAsync(SaveRouterRequest request, CancellationToken cancellationToken);

    /// <summary>Changes a router; polling goes on with the new values.</summary>
    Task<Result> UpdateAsync(Guid routerId, long version, SaveRouterRequest request, CancellationToken cancellationToken);

    /// <summary>Starts or stops polling a router.</summary>
    Task<Result> SetEnabledAsync(Guid routerId, bool enabled, CancellationToken cancellationToken);

    /// <summary>The longest reason of a removal, in characters.</summary>
    const int LongestReason = 500;

    /// <summary>
    /// Takes a router out of the lists; its history stays. The reason is required and stands in the audit row of the removal. Refused while the router serves lines that
    /// its partner has too (<see cref="NetworkErrors.RouterHasTwins"/>), that subscriptions keep (<see cref="NetworkErrors.RouterServesSubscriptions"/>) or that only it has (<see cref="NetworkErrors.RouterServesLines"/>).
    /// </summary>
    /// <param name="routerId">The router.</param>
    /// <param name="reason">Why it goes.</param>
    /// <param name="endLines">Lines that only it has end with it, which also needs <see cref="NetworkPermissions.AccessesWrite"/>; what the router holds stays there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Result> RemoveAsync(Guid routerId, string reason, bool endLines, CancellationToken cancellationToken);

    /// <summary>Asks which certificate a router shows now; the password is not sent when it is not the trusted one. <see cref="NetworkErrors.RouterWithoutTls"/> on a plain connection.</summary>
    Task<Result<PresentedCertificate>> ReadCertificateAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>
    /// Trusts another certificate from now on, in place of the one before. The person names the fingerprint that they compared; <see cref="NetworkErrors.CertificateDiffers"/>
    /// when the router shows yet another one. The reason is required and stands in the audit.
    /// </summary>
    Task<Result> TrustCertificateAsync(Guid routerId, string certificateSha256, string reason, CancellationToken cancellationToken);

    /// <summary>Connects once with the given values (a null password means the stored one of <paramref name="routerId"/>) and stores nothing.</summary>
    Task<Result<RouterTestReport>> TestAsync(Guid? routerId, SaveRouterRequest request, CancellationToken cancellationToken);
}
