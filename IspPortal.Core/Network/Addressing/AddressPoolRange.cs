namespace IspPortal.Core.Network.Addressing;

/// <summary>One range of a pool, for asking the database in which pool an address lies.</summary>
internal sealed class AddressPoolRange
{
    public Guid PoolId { get; set; }

    public int Number { get; set; }

    public Guid RouterId { get; set; }

    public long FromAddress { get; set; }

    public long ToAddress { get; set; }
}
