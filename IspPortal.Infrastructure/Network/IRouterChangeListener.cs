namespace IspPortal.Infrastructure.Network;

/// <summary>Told after a commit that routers were added, changed or removed.</summary>
internal interface IRouterChangeListener
{
    Task RoutersChangedAsync(CancellationToken cancellationToken);
}
