namespace IspPortal.Infrastructure.Persistence;

/// <summary>The portal cannot start. The message is one sentence for the operator that says what to do.</summary>
internal sealed class StartupException(string sentence, Exception? cause = null) : Exception(sentence, cause);
