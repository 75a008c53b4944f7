namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>What a property accepts and in which form it is kept.</summary>
internal enum PropKind
{
    Text,
    Flag,
    Enum,
    Reference,
    Integer,
    RatePair,
    Duration,
    Address,
    Prefix,
    AddressOrPool,
    Mac,
}
