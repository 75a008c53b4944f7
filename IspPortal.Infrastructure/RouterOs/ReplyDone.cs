namespace IspPortal.Infrastructure.RouterOs;

/// <summary>The end of a command. <paramref name="Ret"/> is the router's <c>=ret=</c> (the id of a new item, a count), or null.</summary>
internal readonly record struct ReplyDone(string? Ret);
