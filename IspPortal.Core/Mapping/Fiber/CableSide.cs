namespace IspPortal.Core.Mapping.Fiber;

/// <summary>A cable has two sides; which is which is only a matter of how it was drawn.</summary>
public enum CableSide
{
    /// <summary>Where drawing began.</summary>
    A,

    /// <summary>Where it ended.</summary>
    B,
}
