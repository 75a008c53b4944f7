using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>The faults that are on.</summary>
internal sealed class FaultBoard
{
    private volatile IReadOnlyList<LabFault> _active = [];

    public IReadOnlyList<LabFault> Active => _active;

    public LabFault? Find(LabFaultKind kind)
    {
        var active = _active;
        for (var i = 0; i < active.Count; i++)
        {
            if (active[i].Kind == kind)
            {
                return active[i];
            }
        }

        return null;
    }

    public bool Has(LabFaultKind kind) => Find(kind) is not null;

    public void Add(LabFault fault) => _active = [.. _active.Where(f => f.Kind != fault.Kind), fault];

    public void Clear() => _active = [];
}
