namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Bytes since boot, by access port: towards the customers and from them.</summary>
internal sealed class PortTotals
{
    public const int Ports = 4;

    public double[] Down { get; } = new double[Ports];

    public double[] Up { get; } = new double[Ports];

    public double AllDown => Down.Sum();

    public double AllUp => Up.Sum();
}
