using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs.Connections;

internal sealed class DroppingSink : RowSink
{
    public static DroppingSink Instance { get; } = new();

    public override bool Take(in SentenceView sentence) => true;
}
