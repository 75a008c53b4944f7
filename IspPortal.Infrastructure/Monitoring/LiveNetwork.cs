using System.Collections.Concurrent;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>What this node knows of every router it polls.</summary>
internal sealed class LiveNetwork
{
    private readonly ConcurrentDictionary<Guid, RouterView> _views = new();

    public ICollection<RouterView> Views => _views.Values;

    public RouterView? Find(Guid routerId) => _views.GetValueOrDefault(routerId);

    public void Set(RouterView view) => _views[view.Snapshot.RouterId] = view;

    public void Remove(Guid routerId) => _views.TryRemove(routerId, out _);
}
