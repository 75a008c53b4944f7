namespace IspPortal.Core.Common.Live;

/// <summary>
/// Where live values of one kind are published. The type says what, the key says whose: topics are never strings, and are
/// declared in Core/&lt;Feature&gt;/&lt;Feature&gt;Topics.cs.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Key">Whose value it is; <see cref="Guid.Empty"/> where there is only one.</param>
public readonly record struct LiveTopic<T>(Guid Key)
    where T : class;
