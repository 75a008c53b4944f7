namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Something of the plant as it is drawn now.</summary>
/// <typeparam name="T">What it is saved with.</typeparam>
/// <param name="Id">The thing.</param>
/// <param name="Version">What saving wants back.</param>
/// <param name="Content">What it is.</param>
public sealed record Drawn<T>(Guid Id, long Version, T Content);
