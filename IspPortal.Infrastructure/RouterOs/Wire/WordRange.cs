namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>Where a word lies in the bytes of its sentence.</summary>
internal readonly record struct WordRange(int Start, int Length);
