namespace IspPortal.Core.Network.Addressing;

/// <summary>A row of whom a conflict is between.</summary>
internal sealed class AddressConflictParty
{
    public Guid ConflictId { get; set; }

    public int Number { get; set; }

    public AddressPartyRole Role { get; set; }

    public Guid RouterId { get; set; }

    public required string Name { get; set; }

    public Guid? AccessId { get; set; }

    public bool IsOwned { get; set; }

    public AddressParty Value => new(Role, RouterId, Name, AccessId, IsOwned);
}
