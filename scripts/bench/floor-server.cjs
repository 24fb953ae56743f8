// The least a language server on our libraries can do: it keeps documents in step and answers every question with
// nothing. What it costs nobody can save; goals are measured against it in the same run.
//   node floor-server.cjs --stdio
const {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let pulls = false;

connection.onInitialize(({ capabilities }) => {
  pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      ...(pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
    },
  };
});

// Without this the text would not even be put together, which no server that reads it can avoid.
const touch = (document) => document && document.getText().length;

connection.languages.diagnostics.on(({ textDocument }) => {
  touch(documents.get(textDocument.uri));
  return { kind: 'full', items: [] };
});
documents.onDidChangeContent(({ document }) => {
  if (pulls) return;
  touch(document);
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
});
documents.listen(connection);
connection.listen();
